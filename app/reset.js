// Clears everything that this hub keeps in this browser, once the person has asked for it. It needs nothing of the
// app: it is for the case that the app does not open.

const shown = (part) => document.querySelectorAll(`[data-${part}]`);
const show = (part, is = true) => shown(part).forEach((one) => (one.hidden = !is));
const buttons = [...shown("reset")];

for (const button of buttons) {
  button.addEventListener("click", () => reset());
}
tellOfUnsentWork();

async function reset() {
  for (const button of buttons) {
    button.disabled = true;
  }
  show("failed", false);
  show("busy");
  try {
    // Nobody stays signed in; without a network the server learns of it never, and the session ends by age.
    await ended(
      fetch("/api/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }),
    ).catch(() => {});
    for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
      await registration.unregister();
    }
    if ("caches" in window) {
      for (const name of await caches.keys()) {
        await caches.delete(name);
      }
    }
    for (const { name } of await databases()) {
      await ended(deleteDatabase(name));
    }
    localStorage.clear();
    sessionStorage.clear();
    show("done");
  } catch (error) {
    console.error(error);
    for (const button of buttons) {
      button.disabled = false;
    }
    show("failed");
  }
  show("busy", false);
}

// An older browser cannot list its databases; then only those go whose names are known.
async function databases() {
  return (await indexedDB.databases?.()) ?? [{ name: "multaqa-visitor" }];
}

function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
}

// Waits for it, but not for ever: a server that hangs, or another tab that keeps a database open.
function ended(promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("it takes too long")), 8000));
  return Promise.race([promise, late]);
}

// Work that was never sent would be lost: says how much of it there is before anybody presses the button.
async function tellOfUnsentWork() {
  let unsent = 0;
  for (const { name } of await databases()) {
    unsent += await countOf(name, "outbox");
  }
  for (const one of shown("unsent")) {
    one.hidden = unsent === 0;
    one.querySelector("b").textContent = unsent;
  }
}

function countOf(name, store) {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // It would be made by opening it: it is not ours, or empty.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve(0);
    request.onsuccess = () => {
      const database = request.result;
      if (!database.objectStoreNames.contains(store)) {
        database.close();
        resolve(0);
        return;
      }
      const counting = database.transaction(store).objectStore(store).count();
      counting.onsuccess = () => {
        database.close();
        resolve(counting.result);
      };
      counting.onerror = () => resolve(0);
    };
  });
}
