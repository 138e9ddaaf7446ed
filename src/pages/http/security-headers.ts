/** What is said of people stays in no cache; what is public says otherwise where it is answered. */
const notKept = { 'cache-control': 'no-store' } as const;

/**
 * Sent with every page. No third party is contacted, no script stands in a page, and a page can neither be framed nor
 * tell other sites where its reader came from. (OWASP Secure Headers; the CSP is a strict allow-list of ourselves.)
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...notKept,
};

/**
 * Sent with built files, where it counts only for threads that a page starts from one: the one that reads barcodes compiles
 * WebAssembly, which pages may not (CSP 3, 'wasm-unsafe-eval'; nothing that is not a file of ours is compiled).
 */
export const assetHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** Sent with answers of the API, which no browser shows: that they are data and nothing else. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  ...notKept,
};
