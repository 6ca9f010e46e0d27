-- What wrk sends: the lines of the file REQUESTS, one after the other and then again. A line is a path, or a path, a
-- method, a body and further headers (`name: value`), with tabs between. At the end, one line of figures as JSON.

local prepared, next_one = {}, 0

function init(args)
  for line in io.lines(os.getenv("REQUESTS")) do
    local parts = {}
    for part in (line .. "\t"):gmatch("([^\t]*)\t") do parts[#parts + 1] = part end
    local headers = {}
    for place = 4, #parts do
      local name, value = parts[place]:match("^([^:]+): (.*)$")
      headers[name] = value
    end
    local body = parts[3]
    if body == "" then body = nil end
    prepared[#prepared + 1] = wrk.format(parts[2], parts[1], headers, body)
  end
end

function request()
  next_one = next_one % #prepared + 1
  return prepared[next_one]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"bytes":%d,"p50":%.3f,"p99":%.3f,"errors":%d,"refused":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
