/* Marges 3.2.1 */
(function () {
  "use strict";
  document.documentElement.className = document.documentElement.className.replace("no-js", "js");
  var bouton = document.querySelector(".menu-toggle");
  if (bouton) {
    bouton.addEventListener("click", function () {
      var ouvert = bouton.getAttribute("aria-expanded") === "true";
      bouton.setAttribute("aria-expanded", String(!ouvert));
    });
  }
})();
