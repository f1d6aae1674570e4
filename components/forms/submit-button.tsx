"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormState } from "@/components/ui/form-context";

/** The button of an <ActionForm>: names the result, filled, busy while the form is on its way. */
export function SubmitButton({ variant = "primary", ...props }: ComponentProps<typeof Button>) {
  const { pending } = useFormState();
  return <Button {...props} type="submit" variant={variant} busy={pending} />;
}
