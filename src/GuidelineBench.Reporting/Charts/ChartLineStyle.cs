namespace GuidelineBench.Reporting.Charts;

/// <summary>What a line of a chart says.</summary>
public enum ChartLineStyle
{
    /// <summary>Through points that no other point beats.</summary>
    Front,

    /// <summary>Dashed, to compare points with.</summary>
    Guide,

    /// <summary>Between points of one row.</summary>
    Link,

    /// <summary>A limit of the machine.</summary>
    Roof,

    /// <summary>The limit above all others.</summary>
    Peak,
}
