import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { Browse } from "./pages/Browse";
import { Calendar } from "./pages/Calendar";
import { Entry } from "./pages/Entry";
import { Home } from "./pages/Home";
import { Search } from "./pages/Search";
import { Share } from "./pages/Share";
import { Layout } from "./Layout";
import { Broken, Missing } from "./State";
import "./style.css";

const router = createBrowserRouter([
  {
    element: <Layout />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <Home /> },
          { path: "search", element: <Search /> },
          { path: "calendar", element: <Calendar /> },
          { path: "share", element: <Share /> },
          { path: ":collection", element: <Browse /> },
          { path: ":collection/:slug", element: <Entry /> },
          { path: "*", element: <Missing /> },
        ],
      },
    ],
  },
]);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
