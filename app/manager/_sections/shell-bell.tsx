import { AttentionBell } from "@/components/layout/attention-bell";
import type { Attention } from "@/app/manager/attention";
import { useAttentionWords } from "@/app/manager/attention-words";

/** The top bar's bell, with the things that ring it. */
export function ShellBell(props: { items: readonly Attention[]; mayBill: boolean }) {
  const wordsOf = useAttentionWords(props.mayBill);
  return <AttentionBell items={props.items.map((item) => wordsOf(item))} />;
}
