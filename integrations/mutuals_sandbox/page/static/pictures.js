// Pictures of people: a small drawn face that belongs to the id, so that two people look different. Nothing is fetched.

const SVG = "http://www.w3.org/2000/svg";
const SKIN = ["#f6d7c3", "#eab998", "#d29a6f", "#b1764c", "#8a5634", "#5e3a24"];
const HAIR = ["#2a1f1a", "#5b3a22", "#8f5a2c", "#c99a4b", "#b9bec6", "#7b2f20"];
// On a 40 x 40 grid, over a head at 20,19 with radius 8.
const CUTS = [
  "M11 19c0-8 4-10 9-10s9 2 9 10c-2-4-5-5-9-5s-7 1-9 5z", // short
  "M10 30V18c0-7 4-10 10-10s10 3 10 10v12h-3V18c-2-3-4-4-7-4s-5 1-7 4v12z", // long
  "M11 17c-2-3 1-7 4-6 2-4 8-4 10 0 3-1 6 3 4 6-2-2-5-3-9-3s-7 1-9 3z", // curls
  "M12 16c0-5 3-8 8-8 6 0 9 4 8 9-3 0-8-1-10-5-1 3-3 4-6 4z", // parted
  "M10 15h20c0-5-4-8-10-8s-10 3-10 8zm-2 0h24v3H8z", // cap
  "M20 5a4 4 0 0 1 3 4c4 1 6 4 6 9-2-3-5-4-9-4s-7 1-9 4c0-5 2-8 6-9a4 4 0 0 1 3-4z", // bun
  "", // none
];
const RAINDROP = "M20 6c5 7 9 11 9 17a9 9 0 0 1-18 0c0-6 4-10 9-17z";
const CIRCLES = ["M16 12a8 8 0 1 0 0 16 8 8 0 0 0 0-16z", "M24 12a8 8 0 1 0 0 16 8 8 0 0 0 0-16z"];

function hash(id) {
  let sum = 2166136261;
  for (const one of String(id)) sum = Math.imul(sum ^ one.charCodeAt(0), 16777619);
  sum = Math.imul(sum ^ (sum >>> 16), 2246822507);
  sum = Math.imul(sum ^ (sum >>> 13), 3266489909);
  return (sum ^ (sum >>> 16)) >>> 0;
}

function svg(name, attrs, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attrs)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const canvas = (...shapes) => svg("svg", { viewBox: "0 0 40 40", "aria-hidden": "true", focusable: "false", class: "picture" }, ...shapes);
const ground = (fill) => svg("rect", { width: "40", height: "40", fill });

/** The face of a person. */
export function face(id) {
  let rest = hash(id);
  const take = (count) => { const one = rest % count; rest = Math.floor(rest / count); return one; };
  const hue = take(24) * 15;
  const skin = SKIN[take(SKIN.length)];
  const hair = HAIR[take(HAIR.length)];
  const cut = CUTS[take(CUTS.length)];
  const shirt = (hue + 90 + take(8) * 30) % 360;
  const glasses = take(4) === 0;
  const shapes = [
    ground(`hsl(${hue} 55% 72%)`), svg("path", { d: "M6 40c0-9 6-13 14-13s14 4 14 13z", fill: `hsl(${shirt} 48% 40%)` }),
    svg("circle", { cx: "20", cy: "19", r: "8", fill: skin }), svg("path", { d: cut, fill: hair }),
    svg("circle", { cx: "17", cy: "19", r: "1", fill: "#1b1613" }), svg("circle", { cx: "23", cy: "19", r: "1", fill: "#1b1613" }),
    svg("path", { d: "M17 22.500c2 2 4 2 6 0", fill: "none", stroke: "#1b1613", "stroke-width": "1", "stroke-linecap": "round" }),
  ];
  if (glasses) shapes.push(svg("path", { d: "M14 19a3 3 0 1 0 6 0 3 3 0 1 0-6 0zm6 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0z", fill: "none", stroke: "#2b2b33", "stroke-width": "1" }));
  return canvas(...shapes);
}

/** The brand's own picture: a raindrop. */
export const brandPicture = () => canvas(ground("#f5c518"), svg("path", { d: RAINDROP, fill: "#1d4f91" }));

/** The picture of Mutuals: two circles that meet. */
export const appPicture = () => canvas(ground("#3d43c9"),
  svg("path", { d: CIRCLES[0], fill: "none", stroke: "#fff", "stroke-width": "2.500" }),
  svg("path", { d: CIRCLES[1], fill: "none", stroke: "#ffd54a", "stroke-width": "2.500" }));
