/**
 * The parameters that an issuer sent back to `/signin`, removed from the URL before a history or a log can keep them.
 */
function takeCallback(): URLSearchParams | undefined {
  const sent = new URLSearchParams(location.search);
  if (location.pathname !== '/signin' || !sent.has('state')) return undefined;
  history.replaceState(null, '', '/signin');
  return sent;
}

let sent = takeCallback();

/** Returns it once, because a code is valid once. */
export function callbackOnce(): URLSearchParams | undefined {
  const taken = sent;
  sent = undefined;
  return taken;
}
