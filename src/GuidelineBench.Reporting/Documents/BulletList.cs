namespace GuidelineBench.Reporting.Documents;

/// <summary>Items without an order; no items are no list.</summary>
public sealed record BulletList(ImmutableArray<Text> Items, ListKind Kind = ListKind.Plain) : IBlock
{
    public static BulletList Of(IEnumerable<string> items, ListKind kind = ListKind.Plain) => new([.. items.Select(item => (Text)item)], kind);
}

/// <summary>What a list is for.</summary>
public enum ListKind
{
    Plain,

    /// <summary>What matters most, at the head of a page.</summary>
    News,

    /// <summary>Remarks under a table.</summary>
    Notes,
}
