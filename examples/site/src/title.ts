import { useEffect } from "react";

/** Names the page in the window and in its history. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? "Rights Hub" : title.includes("Rights Hub") ? title : `${title} · Rights Hub`;
  }, [title]);
}
