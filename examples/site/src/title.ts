import { useEffect } from "react";

/** Names the page in the window and in its history, as soon as its name is known. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title.includes("Rights Hub") ? title : `${title} · Rights Hub`;
  }, [title]);
}
