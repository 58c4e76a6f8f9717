// What saving costs whoever clicks.

// Answers a question with each click and asks for a commit; returns the milliseconds of the processor that each click took
// of the page's own thread (so that a busy machine is not mistaken for a slow page), and how long the page's tasks lasted.
export async function clickThrough(player, session, clicks) {
  await player.page.evaluate(() => {
    window.clikcTasks = [];
    new PerformanceObserver((list) => {
      window.clikcTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  await session.send('Performance.enable');
  const costs = [];
  for (let n = 0; n < clicks; n += 1) {
    const before = await threadTime(session);
    await player.set({
      'cmi.core.lesson_location': `page-${n}`,
      'cmi.suspend_data': `${n}`.repeat(10_000),
      [`cmi.interactions.${n}.id`]: `question-${n}`,
      [`cmi.interactions.${n}.student_response`]: 'an answer',
    });
    await player.commit();
    costs.push((await threadTime(session)) - before);
  }
  return { costs, tasks: () => player.page.evaluate(() => window.clikcTasks) };
}

async function threadTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
}
