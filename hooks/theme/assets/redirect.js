// The refresh that the page itself asks for would lose the paragraph that the old address pointed at.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
