import { render } from "preact";

const place = document.getElementById("page");
if (place) render(<main>Tanggap</main>, place);
