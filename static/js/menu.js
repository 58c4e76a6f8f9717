// Menus are <details data-menu>, which open without scripts. This closes them as people expect:
// by Escape, by a click elsewhere, when the focus leaves; and the arrow keys walk through the entries.

const menus = () => document.querySelectorAll("details[data-menu][open]");

function close(menu) {
  const hadFocus = menu.contains(document.activeElement);
  menu.open = false;
  if (hadFocus) menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest("details[data-menu]");
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest("details[data-menu]");
  if (!menu) return;
  if (event.key === "Escape" && menu.open) {
    event.preventDefault();
    close(menu);
    return;
  }
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (!(event.key in steps)) return;
  event.preventDefault();
  menu.open = true;
  const entries = [...menu.querySelectorAll(".menu-item")];
  const here = entries.indexOf(document.activeElement);
  const from = here < 0 && event.key === "ArrowUp" ? 0 : here;
  entries.at((from + steps[event.key]) % entries.length)?.focus();
});
