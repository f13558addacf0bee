(function(d){"use strict";var h=d.querySelector(".cookie-hinweis button");if(h){h.addEventListener("click",function(){h.parentNode.hidden=true;});}})(document);
