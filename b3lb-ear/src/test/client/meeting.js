// The life of one meeting, as the library bigbluebutton-js asks for it and understands the answers.
// From the environment: BBB_URL, BBB_SECRET, MEETING_ID, MEETING_NAME, FULL_NAME. Prints one JSON object.
'use strict'

const dns = require('node:dns')
const bbb = require('bigbluebutton-js')

const PASSWORDS = { attendeePW: 'listen only', moderatorPW: 'say & more' }
const LIMIT_MILLIS = 20_000

// Nodes and server of the test listen on 127.0.0.1 under the name localhost
dns.setDefaultResultOrder('ipv4first')

/** Asks as a browser does: the library only makes the URLs of joins. */
async function open(url, redirect) {
  const answer = await fetch(url, { redirect, signal: AbortSignal.timeout(LIMIT_MILLIS) })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    location: answer.headers.get('location') ?? '',
    url: answer.url,
    text: await answer.text()
  }
}

async function main(env) {
  const { administration, monitoring } = bbb.api(env.BBB_URL, env.BBB_SECRET)
  const id = env.MEETING_ID
  const join = administration.join(env.FULL_NAME, id, PASSWORDS.moderatorPW, { userID: 'u1' })
  const wrong = bbb.api(env.BBB_URL, 'x' + env.BBB_SECRET)

  // One after the other, in this order
  return {
    created: await bbb.http(administration.create(env.MEETING_NAME, id, { ...PASSWORDS, 'meta_course': 'Größe' })),
    redirect: await open(join, 'manual'),
    page: await open(join, 'follow'),
    running: await bbb.http(monitoring.isMeetingRunning(id)),
    meetings: await bbb.http(monitoring.getMeetings()),
    info: await bbb.http(monitoring.getMeetingInfo(id)),
    stranger: await bbb.http(wrong.monitoring.getMeetingInfo(id)),
    ended: await bbb.http(administration.end(id, PASSWORDS.moderatorPW)),
    meetingsAfter: await bbb.http(monitoring.getMeetings()),
    infoAfter: await bbb.http(monitoring.getMeetingInfo(id))
  }
}

main(process.env).then(
  (answers) => console.log(JSON.stringify(answers)),
  (problem) => {
    console.error(problem)
    process.exitCode = 1
  }
)
