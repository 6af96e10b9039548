// Dates as the two chats write them, shown in the visitor's own zone and kept current.

const format = (options) => (date) => new Intl.DateTimeFormat(undefined, options).format(date);
const clock = format({ hour: "2-digit", minute: "2-digit" });
const clockSeconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayLong = format({ year: "numeric", month: "long", day: "numeric" });
const dayShort = format({ year: "numeric", month: "short", day: "numeric" });
const dayFull = format({ weekday: "long", year: "numeric", month: "long", day: "numeric" });
const dayNumbers = format({ year: "numeric", month: "2-digit", day: "2-digit" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const STEPS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];

/** "3 minutes ago", "in 2 hours". */
export function ago(date, now = Date.now()) {
  const seconds = Math.round((date.getTime() - now) / 1000);
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return Math.abs(seconds) < 10 ? "just now" : relative.format(seconds, "second");
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

const SLACK = {
  date_num: dayNumbers, date_slash: dayNumbers, date: dayLong, date_short: dayShort, date_long: dayFull,
  date_long_full: dayFull, day_divider_pretty: pretty(dayFull),
  date_pretty: pretty(dayLong), date_short_pretty: pretty(dayShort), date_long_pretty: pretty(dayFull),
  time: clock, time_secs: clockSeconds, ago,
};

/** Slack's <!date^…^format|…>: tokens in braces; with one that nobody knows, the words for older clients stand. */
export function slackDate(date, pattern, fallback) {
  const tokens = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, token]) => token);
  if (fallback && tokens.some((token) => !SLACK[token])) return fallback;
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => (SLACK[token] || dayFull)(date));
}

const DISCORD = {
  t: clock, T: clockSeconds, d: dayNumbers, D: dayLong, R: ago,
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
}, 5000);
