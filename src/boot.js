// Runs before anything else: the theme without a flash, and a notice if the page cannot start or breaks.
{
  const page = document.documentElement;
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  if (query.has("embed")) page.dataset.embed = query.get("embed") === "profile" ? "profile" : "";
  page.dataset.first = "";
  // The start page in this document is for new visitors. For whom it is not, the script at the end puts something else in its
  // place before it shows.
  page.dataset.elsewhere = "";
  const isStarted = () => "started" in page.dataset;
  const fail = () => {
    const which = isStarted() ? "later" : "start";
    const notice = document.getElementById(`failed-${which}`);
    page.dataset.failed = which;
    if (notice) notice.hidden = false;
    else addEventListener("DOMContentLoaded", fail, { once: true });
  };
  // A file that is dropped before the program is here is kept for it; the browser would leave the page and show it.
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (!isStarted() && event.dataTransfer) window.droppedFiles = event.dataTransfer.files;
  });
  if (typeof WebAssembly !== "object") fail();
  else {
    addEventListener("error", (event) => {
      const isOurs = event.target === window ? event.error instanceof WebAssembly.RuntimeError : !isStarted();
      if (isOurs || !isStarted()) fail();
    }, true);
    addEventListener("unhandledrejection", (event) => {
      if (!isStarted() || event.reason instanceof WebAssembly.RuntimeError) fail();
    });
    setTimeout(() => { if (!isStarted()) fail(); }, 15000);
  }
}
