// Starts the app. It is a file of its own because the security policy allows no script inside the page, and no module, so
// that a browser that cannot run the app reads this file and says so.
(function () {
  // The text is taken out and put in again so that a screen reader announces it as something new.
  function show(id) {
    const progress = document.getElementById("opening-progress");
    if (progress) progress.remove();
    const said = document.getElementById(id);
    if (!said) return;
    const words = said.textContent;
    said.textContent = "";
    said.hidden = false;
    said.textContent = words;
  }

  // What the compiler of the app and its components take for granted: functions with several results, tables of
  // references, leave of the security policy to compile, and dialogs.
  function canRun() {
    // A module with one type, a function with two results, and one table of references.
    const module = [0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 127, 4, 4, 1, 111, 0, 1];
    try {
      return Boolean(new WebAssembly.Module(new Uint8Array(module))) && "HTMLDialogElement" in window;
    } catch (_) {
      return false;
    }
  }

  if (!canRun()) {
    show("opening-too-old");
    return;
  }
  // The app takes the opening words away itself, once it has something to show.
  import("./app.js")
    .then((app) => app.default())
    .catch((error) => {
      console.error(error);
      show("opening-failed");
    });
})();
