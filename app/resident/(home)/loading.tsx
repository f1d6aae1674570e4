import { Skeleton } from "@/components/ui/skeleton";

/** The home's shape: the building, a sentence, the newest announcements. */
export default function ResidentLoading() {
  return (
    <div>
      <div className="sheet flex gap-3.5 px-[18px] py-5">
        <Skeleton className="h-8 w-11" />
        <span className="grid flex-1 gap-3">
          <Skeleton className="w-40" />
          <Skeleton className="w-56 max-w-full" />
          <Skeleton className="h-4 w-20" />
        </span>
      </div>
      <Skeleton className="mt-7 h-4 w-full" />
      <Skeleton className="mt-3 h-4 w-2/3" />
      {[0, 1, 2].map((row) => (
        <span key={row} className="mt-6 grid gap-2.5">
          <Skeleton className="w-52 max-w-full" />
          <Skeleton className="w-full" />
        </span>
      ))}
    </div>
  );
}
