"use strict";

// The bundle is Swagger UI; this says which description it shows, how much of it is open, and mends what keyboards and
// screen readers stumble over.
const docs = document.getElementById("docs");

// A link inside the button that opens an operation cannot be reached; the button moves the address along by itself.
const withoutNestedLinks = () => ({
  wrapComponents: {
    DeepLink: (original, { React }) => ({ text }) => React.createElement("span", null, text),
  },
});

// Code that scrolls must be reachable to be scrolled, and a button that is only a picture needs a name.
new MutationObserver(() => {
  for (const button of docs.querySelectorAll(".copy-to-clipboard button:not([aria-label])")) {
    button.ariaLabel = "Copy";
  }
  for (const code of docs.querySelectorAll("pre.microlight:not([tabindex])")) {
    code.tabIndex = 0;
  }
}).observe(docs, { childList: true, subtree: true });

// The description's addresses begin at the host; the server may lie under a path of it.
const underBase = (request) => {
  request.url = request.url.replace(`${location.origin}/api/`, `${location.origin}${docs.dataset.base}/api/`);
  return request;
};

SwaggerUIBundle({
  url: docs.dataset.contract,
  domNode: docs,
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  syntaxHighlight: { theme: "obsidian" },
  validatorUrl: null,
  requestInterceptor: underBase,
  plugins: [withoutNestedLinks],
});
