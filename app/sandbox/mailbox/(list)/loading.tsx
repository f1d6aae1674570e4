import { ListLoading } from "@/app/admin/_components/list-loading";

export default function Loading() {
  return <ListLoading widths={[300, 180, 120, 110]} />;
}
