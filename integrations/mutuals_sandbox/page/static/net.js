// Talks with the page's server: one stream in, small JSON bodies out.

/** Sends one click. Always answers an object; `error` is a sentence for the visitor, or null. */
export async function send(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    return { error: response.ok ? null : "The page's server refused this.", ...answer };
  } catch {
    return { error: "The demo does not answer. Is it still running in the terminal?" };
  }
}

/** Listens to what changes, as these people; answers a function that ends it. */
export function listen(people, handlers, onState) {
  const source = new EventSource(`/events?${new URLSearchParams(people)}`);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  return () => source.close();
}
