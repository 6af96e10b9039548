// Dates as the two chats write them, shown in the visitor's own zone and kept current.

const format = (options) => (date) => new Intl.DateTimeFormat(undefined, options).format(date);
const clock = format({ hour: "numeric", minute: "2-digit" });
const clockSeconds = format({ hour: "numeric", minute: "2-digit", second: "2-digit" });
const dayLong = format({ year: "numeric", month: "long", day: "numeric" });
const dayShort = format({ year: "numeric", month: "short", day: "numeric" });
const dayFull = format({ weekday: "long", year: "numeric", month: "long", day: "numeric" });
const dayNumbers = format({ year: "numeric", month: "2-digit", day: "2-digit" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });
const english = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith("en");

const STEPS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** "3 minutes ago", "in 2 hours", "1 day ago": how Slack draws {ago}. */
export function ago(date, now = Date.now()) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const [unit, size] = STEPS.find(([, one]) => Math.abs(seconds) >= one) || STEPS.at(-1);
  return relative.format(Math.trunc(seconds / size) || (seconds > 0 ? 0 : -0), unit);
}

// Discord's client rounds, and says "an hour" and "a day" for one: from 45 seconds, 45 minutes, 22 hours, 26 days, 11 months on
// the next unit counts. In other languages than English the browser's own words stand.
const ROUNDED = [["second", 1, 45], ["minute", 60, 45], ["hour", 3600, 22], ["day", 86400, 26], ["month", 2629800, 11], ["year", 31557600, Infinity]];

/** "5 minutes ago", "an hour ago", "in a day": how Discord draws <t:…:R>. */
export function agoRounded(date, now = Date.now()) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  const [unit, size] = ROUNDED.find(([, one, most]) => Math.round(Math.abs(seconds) / one) < most);
  const count = Math.max(Math.round(Math.abs(seconds) / size), unit === "second" ? 0 : 1);
  if (!english || count !== 1 || unit === "second") return relative.format(seconds > 0 ? count : -count, unit);
  const one = `${unit === "hour" ? "an" : "a"} ${unit}`;
  return seconds > 0 ? `in ${one}` : `${one} ago`;
}

/** "14 s", "3 min", "2 h", then the day: how X writes ages. */
export function age(date, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - date.getTime()) / 1000));
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)}h`;
  return format({ month: "short", day: "numeric" })(date);
}

const pretty = (long) => (date) => {
  const days = Math.round((new Date(date).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86400000);
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days] || long(date);
};

const two = (number) => String(number).padStart(2, "0");
const numbered = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const ORDINALS = { one: "st", two: "nd", few: "rd", other: "th" };
const rule = new Intl.PluralRules("en", { type: "ordinal" });

// In English Slack counts the days: "Monday, December 23rd, 2013".
const ordinal = (write) => (date) => {
  const day = String(date.getDate());
  const text = write(date);
  return english ? text.replace(new RegExp(`\\b${day}\\b`), `${day}${ORDINALS[rule.select(date.getDate())]}`) : text;
};
const dayOnly = format({ month: "long", day: "numeric" });
const sameYear = format({ weekday: "long", month: "long", day: "numeric" });
const fullDay = ordinal(dayFull);
const divider = (date) => (date.getFullYear() === new Date().getFullYear() ? ordinal(sameYear)(date) : fullDay(date));

// As docs.slack.dev/reference/block-kit/block-elements/date-element has them.
const SLACK = {
  date_num: numbered, date_slash: dayNumbers, date_long: fullDay, date_long_full: dayLong, date: dayOnly, date_short: dayShort,
  date_pretty: pretty(dayOnly), date_short_pretty: pretty(dayShort), date_long_pretty: pretty(fullDay),
  day_divider_pretty: pretty(divider), time: clock, time_secs: clockSeconds, ago,
};

// Where <!date^…> stands in mrkdwn, {date} has the year: docs.slack.dev/messaging/formatting-message-text.
const MRKDWN = { ...SLACK, date: ordinal(dayLong), date_pretty: pretty(ordinal(dayLong)) };

/** Slack's <!date^…^format|…>: tokens in braces; with one that nobody knows, the words for older clients stand. */
export function slackDate(date, pattern, fallback, known = SLACK) {
  const tokens = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, token]) => token);
  if (fallback && tokens.some((token) => !known[token])) return fallback;
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => (known[token] ? known[token](date) : whole));
}

/** The same inside mrkdwn. */
export const mrkdwnDate = (date, pattern, fallback) => slackDate(date, pattern, fallback, MRKDWN);

const DISCORD = {
  t: clock, T: clockSeconds, d: dayNumbers, D: dayLong, R: agoRounded,
  f: (date) => `${dayLong(date)} ${clock(date)}`,
  F: (date) => `${dayFull(date)} ${clock(date)}`,
  s: (date) => `${dayNumbers(date)}, ${clock(date)}`,
  S: (date) => `${dayNumbers(date)}, ${clockSeconds(date)}`,
};

/** Discord's <t:…:style>. */
export const discordDate = (date, style) => (DISCORD[style] || DISCORD.f)(date);

/** "Today at 14:02" or the day with the time, for message headers. */
export function stamp(date) {
  const day = pretty(dayShort)(date);
  return `${day[0].toUpperCase()}${day.slice(1)} at ${clock(date)}`;
}

export { clock };

/** A <time> that is written anew every few seconds. */
export function liveTime(date, write, className = "") {
  const node = document.createElement("time");
  if (Number.isNaN(date.getTime())) return node;
  node.className = className;
  node.dateTime = date.toISOString();
  node.title = `${dayFull(date)} ${clockSeconds(date)}`;
  node.textContent = write(date);
  node.dataset.live = "1";
  node.write = () => write(date);
  return node;
}

setInterval(() => {
  for (const node of document.querySelectorAll("time[data-live]")) {
    const text = node.write ? node.write() : node.textContent;
    if (text !== node.textContent) node.textContent = text;
  }
}, 2000);
