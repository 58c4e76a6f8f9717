// One case from its first launch to its last, played in the browser and compared with what it expects.
//
// A launch other than the expected one ends the case, as in the suite itself: what follows would have no meaning. Any
// other difference is noted and the case goes on.
import { itemOf, readCase } from './cases.js';
import { call, difference } from './compare.js';
import { Driver } from './driver.js';
import { judge } from './inspect.js';

// So many steps at a time, to keep each message to the browser of moderate size.
const STEPS_AT_ONCE = 400;
// These SCOs end when they are taken away; an asset never does.
const LEAVE_LATER = [
  'asset', 'terminate_on_unload', 'exit_all_on_unload', 'suspend_all_on_unload', 'choice_activity_4_on_unload',
];

// Plays a case as a learner of its own, after the cases whose results it builds on.
export async function replay(browser, site, { suite, name, family }) {
  const started = performance.now();
  const learner = await site.newLearner();
  const driver = await Driver.enter(browser, learner);
  const setting = { driver, learner, site, suite };
  try {
    const plan = await readCase(suite, name);
    const warnings = [];
    for (const prior of plan.requires_prior ?? []) {
      const { problems } = await new Replay(setting, await readCase(suite, prior)).run();
      warnings.push(...problems.map((problem) => `in ${prior}, before this case: ${problem}`));
    }
    const result = await new Replay(setting, plan).run();
    warnings.push(...result.warnings, ...vainTerminations(driver));
    const passed = result.problems.length === 0;
    const seconds = (performance.now() - started) / 1000;
    return { suite: suite.name, case: name, family, passed, ...result, warnings, seconds };
  } finally {
    await driver.close();
  }
}

function vainTerminations(driver) {
  const vain = driver.said('terminate').filter(({ value }) => value !== 'true');
  return vain.map(({ act, value, exception }) => `activity ${act}: Terminate answered ${exception ?? value}`);
}

class Replay {
  #driver;
  #learner;
  #plan;
  #modules = new Map();
  #setting;
  #isFresh = false;
  #problems = [];
  #warnings = [];
  #counts = { launches: 0, steps: 0, checks: 0 };

  constructor(setting, plan) {
    this.#driver = setting.driver;
    this.#learner = setting.learner;
    this.#setting = setting;
    this.#plan = plan;
  }

  async run() {
    let where = 'start';
    try {
      await this.#start();
      for (const launch of this.#plan.launches) {
        where = `${launch.key}[${launch.index}]`;
        await this.#visit(launch, where);
        await this.#act(launch, where);
      }
      await this.#driver.leave();
      this.#refuse(this.#driver.unexpectedLaunch(), 'At the end');
    } catch (error) {
      this.#problems.push(`${where}: ${error.message.split('\n')[0]}`);
      await this.#driver.leave().catch(() => {});
    }
    return { problems: this.#problems, warnings: this.#warnings, counts: this.#counts };
  }

  async #start() {
    const { site, suite } = this.#setting;
    for (const name of this.#plan.packages) {
      this.#modules.set(name, await site.module(suite, name));
    }
    const { package: name, choose } = this.#plan.start;
    await this.#launch(name);
    if (choose) {
      await this.#choose(name, choose);
    }
  }

  async #launch(name) {
    this.#isFresh = true;
    if (await this.#driver.launch(this.#modules.get(name))) {
      this.#warnings.push(`the learner was asked whether to review ${name} or to try again`);
    }
  }

  // Where a case chooses first, nothing may come by itself.
  async #choose(name, title) {
    if (this.#isFresh) {
      this.#refuse((await this.#driver.settle()).launch, 'Before anything was chosen');
    }
    await this.#driver.choose(itemOf(this.#modules.get(name).pack, title));
  }

  #refuse(launch, when) {
    if (launch) {
      throw new Error(`${when} activity ${launch.act} was launched.`);
    }
  }

  // ---- one launch

  async #visit(launch, where) {
    const { loadId } = await this.#expected(launch);
    const behaviour = launch.sco_behavior;
    await this.#inspect(launch, where);
    if (behaviour === 'api_object_check') {
      const faults = await this.#driver.tell(loadId, 'checkApiObject');
      this.#problems.push(...faults.map((fault) => `${where}: ${fault}`));
    }
    if (behaviour !== 'asset') {
      await this.#playSteps(launch, loadId, where);
    }
    await this.#driver.tell(loadId, 'finish');
    if (!LEAVE_LATER.includes(behaviour)) {
      await this.#driver.untilSaid(loadId, 'terminate');
    }
    await this.#watchEnd(behaviour, loadId, where);
  }

  async #expected(launch) {
    const { launch: found, shows, says } = await this.#driver.settle();
    if (!found) {
      throw new Error(`${launch.title} (${launch.item}) was not launched; the player shows ${shows}: ${says}`);
    }
    const given = [found.tc, found.act, found.behavior];
    const wanted = [this.#plan.title, launch.activity, launch.sco_behavior];
    if (given.join() !== wanted.join()) {
      throw new Error(`Activity ${given.join(', ')} was launched, not ${wanted.join(', ')}.`);
    }
    this.#isFresh = false;
    this.#counts.launches += 1;
    return found;
  }

  async #playSteps({ steps }, loadId, where) {
    for (let from = 0; from < steps.length; from += STEPS_AT_ONCE) {
      const some = steps.slice(from, from + STEPS_AT_ONCE);
      const answers = await this.#driver.tell(loadId, 'run', some);
      for (const [n, step] of some.entries()) {
        this.#counts.steps += 1;
        const wrong = difference(step, answers[n], this.#learner);
        if (wrong) {
          this.#problems.push(`${where}.${from + n} ${call(step)}: ${wrong}`);
        }
        if (!['string', undefined].includes(answers[n].type)) {
          this.#warnings.push(`${where}: ${step.method} answered a ${answers[n].type}`);
        }
      }
    }
  }

  // What two SCOs of the suite look at after they have terminated: whether they are still there.
  async #watchEnd(behaviour, loadId, where) {
    if (!['sx09_exit', 'sx09_exitall'].includes(behaviour)) {
      return;
    }
    this.#refuse((await this.#driver.settle()).launch, 'After the SCO terminated');
    const isThere = await this.#driver.isLoaded(loadId);
    if (behaviour === 'sx09_exit' && isThere) {
      this.#problems.push(`${where}: the SCO asked for “exit” and was not taken away`);
    }
    if (behaviour === 'sx09_exitall' && !isThere) {
      this.#problems.push(`${where}: the SCO was taken away though nothing asked for that`);
    }
    if (behaviour === 'sx09_exitall' && isThere) {
      await this.#driver.tell(loadId, 'button');
    }
  }

  // ---- what the learner sees

  async #inspect({ ui_checks: checks, package: name }, where) {
    if (checks.length === 0) {
      return;
    }
    const seen = await this.#driver.survey();
    const { pack } = this.#modules.get(name);
    for (const check of checks.filter(({ control }) => control !== 'sco_button')) {
      this.#counts.checks += 1;
      const { isRight, state } = judge(check, seen, pack);
      if (!isRight) {
        this.#problems.push(`${where}: ${check.question} It is ${state}, expected ${check.answer}.`);
      }
    }
  }

  // ---- what the learner does

  async #act({ then, key, package: name, sco_behavior: behaviour }, where) {
    if (then.kind !== 'content_navigation' && !LEAVE_LATER.includes(behaviour)) {
      this.#refuse((await this.#driver.settle()).launch, `After ${key}, though nothing asked for it,`);
    }
    for (const action of then.actions) {
      await this.#do(action, name, where);
    }
  }

  async #do(action, name, where) {
    switch (action.do) {
      case 'click':
        return this.#driver.press(action.control);
      case 'choose':
        return this.#choose(name, action.target);
      case 'leave':
        await this.#driver.leave();
        return this.#refuse(this.#driver.unexpectedLaunch(), 'When the course was left');
      case 'relaunch':
      case 'launch':
        await this.#driver.leave();
        this.#refuse(this.#driver.unexpectedLaunch(), 'When the course was left');
        return this.#launch(action.package ?? name);
      case 'expect_session_ended':
        return this.#expectEnd(where);
      default:
        throw new Error(`A case wants the learner to “${action.do}”.`);
    }
  }

  // The end is judged where the suite asks the tester about it, and mentioned elsewhere.
  async #expectEnd(where) {
    const { launch, shows } = await this.#driver.settle();
    this.#refuse(launch, 'Instead of the end');
    if (shows !== 'ended') {
      const notes = this.#plan.ask_session_ended ? this.#problems : this.#warnings;
      notes.push(`${where}: the session has not ended, the player shows ${shows}`);
    }
  }
}
