using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A table that is shown relative to one of its networks.</summary>
/// <param name="Group">Name of the group of networks.</param>
/// <param name="Baseline">The printed model whose speed is 1x.</param>
/// <param name="Others">What the other rows are, in a sentence.</param>
/// <param name="About">What is compared, and how the paper was read.</param>
/// <param name="LevelName">A level in words.</param>
/// <param name="HasWholeDetector">Whether the paper's speeds are of more than the network.</param>
public sealed record RelativeTable(
    string Group, string Table, string Title, string Baseline, string Others, string About, Func<int, string> LevelName, bool HasWholeDetector)
{
    /// <summary>Those whose networks stand beside ShuffleNet v2 of the same level and size.</summary>
    public static ImmutableArray<RelativeTable> All { get; } =
    [
        new(
            "appendix1a", "Appendix Table 1 (a)", "Larger inputs", "ShuffleNet v2", "networks at larger inputs",
            "Four networks at inputs larger than 224x224. The printed size is read as height x width; the paper does not say which is which.",
            NetworkNames.Level, HasWholeDetector: false),
        new(
            CellSubject.Units, "Appendix Table 1 (b)", "Units alone", "ShuffleNet v2", "stacks of other units",
            "Ten units of one kind on top of each other, without stem and head. The channels c are ShuffleNet v2's; other units have those that come nearest to its multiply-adds. The paper does not state the batch of its GPU.",
            level => $"c={Numbers.Count(level)}", HasWholeDetector: false),
        new(
            "table7", "Table 7", "Backbones of detectors, backbone only", "ShuffleNet v2 (ours)", "backbones",
            "Networks without their classification head at the input of the paper's detector. The paper times the whole detector, with its head and at batch 4, so its speeds stand beside these and their ratios are not comparable.",
            NetworkNames.Level, HasWholeDetector: true),
    ];
}
