// The emoji that alerts use, by the names Slack gives them; an unknown name stays as it was written.

const NAMES = {
  wave: "👋", tada: "🎉", warning: "⚠️", white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", eyes: "👀",
  heart: "❤️", yellow_heart: "💛", green_heart: "💚", blue_heart: "💙", star: "⭐", star2: "🌟", sparkles: "✨",
  fire: "🔥", bell: "🔔", no_bell: "🔕", hourglass: "⌛", hourglass_flowing_sand: "⏳", alarm_clock: "⏰",
  clock1: "🕐", clock3: "🕒", stopwatch: "⏱️", zzz: "💤", sleeping: "😴", question: "❓", grey_question: "❔",
  exclamation: "❗", rotating_light: "🚨", red_circle: "🔴", large_orange_circle: "🟠", orange_circle: "🟠",
  large_yellow_circle: "🟡", yellow_circle: "🟡", large_green_circle: "🟢", green_circle: "🟢",
  large_blue_circle: "🔵", white_circle: "⚪", black_circle: "⚫", speech_balloon: "💬", left_speech_bubble: "🗨️",
  link: "🔗", lock: "🔒", bust_in_silhouette: "👤", busts_in_silhouette: "👥", handshake: "🤝", raised_hands: "🙌",
  pray: "🙏", thumbsup: "👍", "+1": "👍", thumbsdown: "👎", pencil2: "✏️", memo: "📝", mag: "🔍", inbox_tray: "📥",
  bar_chart: "📊", chart_with_upwards_trend: "📈", moneybag: "💰", money_with_wings: "💸", wastebasket: "🗑️",
  no_entry: "⛔", no_entry_sign: "🚫", information_source: "ℹ️", repeat: "🔁", leftwards_arrow_with_hook: "↩️",
  smile: "😄", slightly_smiling_face: "🙂", disappointed: "😞", angry: "😠", rage: "😡", package: "📦", bulb: "💡",
  point_right: "👉", arrow_right: "➡️", robot_face: "🤖", coffee: "☕", calendar: "📅", pushpin: "📌", lifter: "🏋️",
};

export const emoji = (name) => NAMES[name] || null;
