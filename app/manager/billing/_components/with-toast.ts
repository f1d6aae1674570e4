import type { FormAction } from "@/components/forms/use-action-form";
import { toast } from "@/components/ui/toast";

/**
 * An action that tells its success as it comes back: the form it was sent from may be gone from the page by the time that
 * page has been drawn anew.
 */
export function withToast<T>(action: FormAction<T>, sentence: string, then?: () => void): FormAction<T> {
  return async (state, formData) => {
    const answer = await action(state, formData);
    if (answer?.ok === true) {
      toast(sentence);
      then?.();
    }
    return answer;
  };
}
