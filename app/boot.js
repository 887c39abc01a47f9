// Starts the app. It is a file of its own because the security policy allows no script inside the page.
import start from "./app.js";

try {
  // The app takes the opening words away itself, once it has something to show.
  await start();
} catch (error) {
  console.error(error);
  document.getElementById("opening-progress")?.remove();
  const failed = document.getElementById("opening-failed");
  if (failed) {
    // The text is taken out and put in again so that a screen reader announces it as something new.
    const words = failed.textContent;
    failed.textContent = "";
    failed.hidden = false;
    failed.textContent = words;
  }
}
