(root=>{root.classList.add("js");try{root.dataset.theme=localStorage.getItem("theme")||""}catch{}})(document.documentElement)
