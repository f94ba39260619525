namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Shortens a plan's text: equal neighbours stand once, with their number.</summary>
internal static class ChoiceRuns
{
    public static IEnumerable<string> Of(IEnumerable<string> choices)
    {
        string? current = null;
        int count = 0;
        foreach (string? choice in choices.Append(null))
        {
            if (choice != current && current is not null)
                yield return count == 1 ? current : FormattableString.Invariant($"{count}*({current})");
            count = choice == current ? count + 1 : 1;
            current = choice;
        }
    }
}
