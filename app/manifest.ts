import type { MetadataRoute } from "next";

/** Installable as an app; opens where the reader's role leads. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "New Concierge",
    short_name: "Concierge",
    start_url: "/",
    display: "standalone",
    background_color: "#f3f7f6",
    theme_color: "#075761",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}
