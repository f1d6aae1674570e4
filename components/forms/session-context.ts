"use client";

import { createContext, type ReactNode } from "react";

/** Draws the dialog that signs in again, for forms whose session ended; null where no shell offers one. */
export const SessionContext = createContext<
  ((props: { open: boolean; onOpenChange: (open: boolean) => void }) => ReactNode) | null
>(null);
