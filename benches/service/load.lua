-- Two loads for wrk, and the line the bench reads.
--
--   fetch [cookie]            the same GET again and again
--   commit <file> <threads>   full commits to the attempts of the file
--
-- A commit sets status, score, location and 1 KB of suspend data. Each thread owns its share of the
-- attempts and goes through them in turn, so that none has two requests in flight. Every answer is
-- checked: status 200, and a number that is due; at the end each number was acknowledged once per attempt.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

-- What each thread has seen. Globals, because `done` runs in a state of its own.
answered, wrong, example = 0, 0, ""

local function mistake(text)
  wrong = wrong + 1
  example = string.sub(text, 1, 200)
end

function init(args)
  if args[1] == "fetch" then
    wrk.headers["Cookie"] = args[2]
    return
  end
  local own, next_one = {}, 0
  local position = 0
  for line in io.lines(args[2]) do
    if position % tonumber(args[3]) == number then
      local token, epoch, acked = line:match("^(%S+) (%d+) (%d+)$")
      table.insert(own, { token = token, epoch = epoch, acked = tonumber(acked) })
    end
    position = position + 1
  end
  local headers = { ["Content-Type"] = "application/json" }
  local suspend = string.rep("page=7;answer=b;time=00:01:07;", 35)
  local round, due = 0, {}
  for _, attempt in ipairs(own) do
    local first = attempt.acked + 5
    due[first] = (due[first] or 0) + 1
  end

  -- wrk asks the first thread for one request that it only looks at.
  local is_looked_at = number ~= 0

  function request()
    if not is_looked_at then
      is_looked_at = true
      return wrk.format("GET", "/healthz")
    end
    next_one = next_one + 1
    if next_one > #own then next_one, round = 1, round + 1 end
    local attempt = own[next_one]
    local seq, entries = attempt.acked, {}
    local function entry(op, el, val)
      seq = seq + 1
      local pair = el and string.format(',"el":"%s","val":"%s"', el, val) or ""
      table.insert(entries, string.format('{"seq":%d,"sco":"item","op":"%s"%s,"at":0}', seq, op, pair))
    end
    entry("set", "cmi.core.lesson_status", "incomplete")
    entry("set", "cmi.core.score.raw", tostring(seq % 60))
    entry("set", "cmi.core.lesson_location", "page-" .. round)
    entry("set", "cmi.suspend_data", string.sub(suspend .. round, -1024))
    entry("commit")
    attempt.acked = seq
    -- The answer to the request after this one.
    due[seq + 5] = (due[seq + 5] or 0) + 1
    local body = string.format('{"epoch":%s,"entries":[%s]}', attempt.epoch, table.concat(entries, ","))
    return wrk.format("POST", "/play/" .. attempt.token .. "/commit", headers, body)
  end

  function response(status, _, body)
    local acked = tonumber(body:match('"acked":(%d+)'))
    if status ~= 200 or not acked or not body:find('"refused":[]', 1, true) then
      mistake(status .. " " .. body)
    elseif not due[acked] or due[acked] == 0 then
      mistake("acknowledged " .. acked .. ", which is not due: " .. body)
    else
      due[acked] = due[acked] - 1
      answered = answered + 1
    end
  end
end

function done(summary, latency)
  local errors = summary.errors
  local bad = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  local seen, words = 0, ""
  for _, thread in ipairs(threads) do
    seen = seen + thread:get("answered")
    bad = bad + thread:get("wrong")
    words = words .. thread:get("example")
  end
  print(string.format(
    '{"requests":%d,"seconds":%.6f,"bytes":%d,"p50_ms":%.3f,"p99_ms":%.3f,"answered":%d,"wrong":%d,"example":"%s"}',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, seen, bad, (words:gsub('[%c"\\]', " "))))
end
