// The X pane: the timeline, and who follows whom.

import { avatar, h, icon, link, reconcile } from "./dom.js";
import { brandPicture } from "./pictures.js";
import { send } from "./net.js";
import { age, liveTime } from "./time.js";

const TABS = [["all", "All posts"], ["to", "To the brand"], ["by", "By the brand"]];
const FITS = { all: () => true, to: (post) => post.to_brand && !post.by_brand, by: (post) => post.by_brand };
const WORD = /(?<![\w@/])[@#][A-Za-z0-9_]{1,40}|https?:\/\/\S+/g;

/** Handles, tags and addresses in a post are coloured, not linked: a stranger wrote them. */
export function postText(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    nodes.push(text.slice(from, match.index), h("span", { class: "x-entity" }, match[0]));
    from = match.index + match[0].length;
  }
  return [...nodes, text.slice(from)];
}

export class XPane {
  /** `onNew(post, element)` is called for each post that appears after the first drawing. */
  constructor(root, config, box, onNew) {
    Object.assign(this, { root, config, onNew, tab: "all", first: true });
    const { brand } = config;
    this.count = h("p", { class: "x-count" });
    this.tabs = h("div", { class: "x-tabs", role: "group", "aria-label": "Which posts" });
    this.list = h("div", { class: "x-list", role: "feed", "aria-label": "Posts on X", tabindex: "0" });
    root.append(
      h("header", { class: "pane-top x-top" }, avatar(brand.id, "", brandPicture),
        h("div", { class: "x-brand" }, h("h2", { class: "pane-title" }, "X", h("span", { class: "pane-site" }, `posts to and by ${brand.name}`)), this.count)),
      h("div", { class: "x-scroll" }, box, this.tabs, this.list));
    this.drawTabs();
  }

  drawTabs() {
    this.tabs.replaceChildren(...TABS.map(([key, label]) => h("button", {
      type: "button", class: "x-tab", "aria-pressed": String(key === this.tab), onclick: () => this.go(key),
    }, label)));
  }

  go(tab) {
    const place = [...this.tabs.children].indexOf(document.activeElement);
    this.tab = tab;
    this.drawTabs();
    this.tabs.children[place]?.focus();
    this.list.replaceChildren();
    this.quiet = true;
    this.draw();
    this.quiet = false;
  }

  update(snapshot) {
    this.snapshot = snapshot;
    const { following, followers } = snapshot;
    this.count.textContent = `@${this.config.brand.handle} · follows ${following} · followed by ${followers}`;
    this.draw();
    this.first = false;
  }

  draw() {
    if (!this.snapshot) return;
    reconcile(this.list, this.snapshot.posts.filter(FITS[this.tab]), (one) => one.id, (one) => this.post(one), (node, one, redrawn) => {
      if (!this.first && !this.quiet) {
        node.classList.add(redrawn ? "redrawn" : "fresh");
        if (!redrawn) this.onNew(one, node);
      }
    });
  }

  post(post) {
    const { author } = post;
    if (post.deleted) {
      return h("article", { class: "x-post x-gone", "aria-label": "A post that is gone" }, icon("bin"), h("p", {}, `This post by @${author.handle} is gone.`));
    }
    const answers = post.reply_to_handle && h("p", { class: "x-answers" }, "Replying to ", h("span", { class: "x-entity" }, `@${post.reply_to_handle}`));
    return h("article", { class: `x-post${post.by_brand ? " x-by-brand" : ""}`, "aria-label": `Post by ${author.name}` },
      post.by_brand ? avatar(author.id, "", brandPicture) : avatar(author.id),
      h("div", { class: "x-body" },
        h("p", { class: "x-head" }, h("strong", {}, author.name), author.protected && icon("lock"),
          h("span", { class: "x-handle" }, `@${author.handle}`), h("span", { "aria-hidden": "true" }, "·"),
          liveTime(new Date(post.at * 1000), age, "x-when"), !post.by_brand && this.remover(post)),
        answers, h("p", { class: "x-text" }, postText(post.text)), this.foot(post)));
  }

  foot(post) {
    const { author } = post;
    if (post.by_brand) return null;
    const intent = (path, query) => `${this.config.x_url}/intent/${path}?${new URLSearchParams(query)}`;
    return h("div", { class: "x-foot" },
      link(intent("post", { in_reply_to: post.id }), [icon("reply"), "Reply"],
        { class: "x-act", "aria-label": `Reply to ${author.name} as the brand`, data: { spot: "reply" } }),
      this.tie(author, intent));
  }

  remover(post) {
    const label = `Delete this post, as ${post.author.name}`;
    return h("button", {
      type: "button", class: "x-delete", "aria-label": label, title: label, data: { spot: "delete" },
      onclick: () => send("/x/delete", { post: post.id }),
    }, icon("bin"));
  }

  // Who follows whom, and the step that is left.
  tie(author, intent) {
    const fan = author.follows_brand && h("span", { class: "x-tag" }, "Follows you");
    if (author.followed_by_brand) return [h("span", { class: "x-state" }, icon("check"), author.follows_brand ? "Mutuals" : "Following"), fan];
    if (author.requested_by_brand) return [h("span", { class: "x-state" }, "Requested"), fan];
    return [link(intent("follow", { screen_name: author.handle }), [icon("follow"), "Follow"],
      { class: "x-act", "aria-label": `Follow ${author.name} as the brand`, data: { spot: "follow" } }), fan];
  }
}
