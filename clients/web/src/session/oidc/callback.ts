/** What an issuer sent back to `/signin`, taken out of the address before anything can keep it in a history or a log. */
function takeCallback(): URLSearchParams | undefined {
  const sent = new URLSearchParams(location.search);
  if (location.pathname !== '/signin' || !sent.has('state')) return undefined;
  history.replaceState(null, '', '/signin');
  return sent;
}

let sent = takeCallback();

/** The first who asks gets it, and nobody after: a code is good for once. */
export function callbackOnce(): URLSearchParams | undefined {
  const taken = sent;
  sent = undefined;
  return taken;
}
