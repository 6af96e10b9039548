// Puts the page together: three panes, one stream, tabs on a phone, light and dark, the tour.

import { DiscordPane } from "./discord.js";
import { announce, h, icon } from "./dom.js";
import { listen } from "./net.js";
import { watchLinks } from "./overlay.js";
import { SlackPane } from "./slack.js";
import { storySwitch } from "./story.js";
import { Tour, steps } from "./tour.js";
import { VisitorBox } from "./visitor.js";
import { XPane } from "./x.js";

const byId = (id) => document.getElementById(id);
const PANES = [["x", "X"], ["slack", "Slack"], ["discord", "Discord"]];

function theme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = byId("theme");
  const apply = (choice) => {
    const dark = choice ? choice === "dark" : system.matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.replaceChildren(icon(dark ? "sun" : "moon"));
    button.setAttribute("aria-label", dark ? "Switch to light colours" : "Switch to dark colours");
  };
  apply(localStorage.getItem("theme"));
  system.addEventListener("change", () => apply(localStorage.getItem("theme")));
  button.addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", next);
    apply(next);
  });
}

function tabs() {
  const nav = byId("tabs");
  const buttons = PANES.map(([key, label]) => h("button", {
    type: "button", role: "tab", id: `tab-${key}`, class: "tab", "aria-controls": `pane-${key}`, data: { pane: key },
    onclick: () => showTab(key),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const keys = PANES.map(([one]) => one);
      const next = keys[(keys.indexOf(key) + step + keys.length) % keys.length];
      showTab(next);
      byId(`tab-${next}`).focus();
    },
  }, label, h("span", { class: "tab-dot", hidden: true }, h("span", { class: "visually-hidden" }, "new"))));
  nav.append(...buttons);
  showTab("slack");
}

function showTab(key) {
  document.body.dataset.tab = key;
  for (const tab of byId("tabs").children) {
    const on = tab.dataset.pane === key;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    if (on) tab.querySelector(".tab-dot").hidden = true;
  }
}

const markTab = (key) => {
  if (document.body.dataset.tab !== key) byId(`tab-${key}`).querySelector(".tab-dot").hidden = false;
};

function remembered(chat, people) {
  const kept = sessionStorage.getItem(`me-${chat}`);
  return people.some((one) => one.id === kept) ? kept : people[0].id;
}

const words = (message) => {
  const texts = [];
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") {
      if (typeof value.text === "string" && value.type !== "button") texts.push(value.text);
      if (typeof value.content === "string") texts.push(value.content);
      Object.values(value).forEach(walk);
    }
  };
  walk(message.blocks?.length ? message.blocks : message);
  return (texts.find((text) => text.length > 12) || message.text || "").replace(/<[^>]*>/g, "").replace(/[*_`#>]/g, "").slice(0, 120);
};

function watchAlerts(key, label, box, panes) {
  return (message, channel, node, quiet) => {
    if (box.fits(message)) {
      node.classList.add("yours");
      box.found(key, () => {
        showTab(key);
        const there = panes[key].reveal({ channel, message });
        there?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
        there?.setAttribute("tabindex", "-1");
        there?.focus({ preventScroll: true });
      });
    }
    if (quiet) return;
    markTab(key);
    if (message.ephemeral) bringToSight(node);
    if (!message.ephemeral) announce(`New in ${label}, ${channel.name}: ${words(message)}`);
    else announce(`Only for you, in ${label}: ${words(message)}`);
  };
}

// A private answer stands at the channel's end, perhaps far below the alert that was pressed.
function bringToSight(node) {
  setTimeout(() => { // it is put into its place after this
    const pane = node.closest(".pane");
    if (!pane) return;
    node.scrollIntoView({ block: "nearest" });
    const active = document.activeElement;
    if (active !== document.body && (!pane.contains(active) || active.closest("[role=dialog]") || active.matches(".composer-input"))) return;
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }, 50);
}

// An alert may stand in a channel that is not shown; it is the visitor's all the same.
function searchElsewhere(key, box, panes) {
  const there = panes[key].find((message) => box.fits(message));
  if (there && !box.watching[key]) box.found(key, () => { showTab(key); panes[key].reveal(there)?.scrollIntoView({ block: "center" }); });
}

function facts(values) {
  byId("facts").replaceChildren(...Object.entries(values).map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, String(value)))));
}

function linkState(on) {
  const node = byId("link-state");
  node.className = `link-state ${on ? "link-on" : "link-off"}`;
  node.textContent = on ? "live" : "not connected: is the demo still running?";
}

// Shown by itself to whoever comes for the first time.
function offerTour(brand, story) {
  const button = byId("tour-start");
  const tour = new Tour(steps(brand), { showTab, onOpen: (on) => story.hold(on) });
  button.append(icon("map"), h("span", { class: "on-wide" }, "Take the tour"), h("span", { class: "on-phone" }, "Tour"));
  button.addEventListener("click", () => tour.start(button));
  const wanted = new URLSearchParams(location.search).get("tour") !== "no" && localStorage.getItem("tour") !== "seen";
  if (!wanted) {
    story.hold(false);
    return;
  }
  story.hold(true);
  tour.start(button);
}

async function main() {
  theme();
  tabs();
  const config = await (await fetch("/config")).json();
  const { people } = config;
  const me = { slack: remembered("slack", people.slack), discord: remembered("discord", people.discord) };
  const box = new VisitorBox(config);
  const panes = {};
  const story = storySwitch(byId("pause"));
  const drawn = new Set();
  const draw = (key) => (snapshot) => {
    panes[key].update(snapshot);
    if (key !== "x" && box.watching) searchElsewhere(key, box, panes);
    document.body.dataset.ready = [...drawn.add(key)].sort().join(" ");
  };
  let hangUp = () => {};
  const connect = () => {
    hangUp();
    hangUp = listen(me, { x: draw("x"), slack: draw("slack"), discord: draw("discord"), facts, story: story.set }, linkState);
  };
  const become = (chat, id) => {
    sessionStorage.setItem(`me-${chat}`, id);
    me[chat] = id;
    panes[chat].become(id);
    connect();
  };
  panes.x = new XPane(byId("pane-x"), config, box.node, () => markTab("x"));
  panes.slack = new SlackPane(byId("pane-slack"), {
    people: people.slack, me: me.slack, commands: people.slack_commands,
    onMe: (id) => become("slack", id), onNew: watchAlerts("slack", "Slack", box, panes),
  });
  panes.discord = new DiscordPane(byId("pane-discord"), {
    people: people.discord, me: me.discord,
    onMe: (id) => become("discord", id), onNew: watchAlerts("discord", "Discord", box, panes),
  });
  watchLinks(config.x_url);
  connect();
  offerTour(config.brand, story);
}

main();
