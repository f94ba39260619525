namespace GuidelineBench.Reporting.Charts;

/// <summary>What a figure shows: a finding, a legend, and one panel or several. How it is drawn stands in <c>Plots</c>.</summary>
public interface IChart
{
    /// <summary>Unique on the page.</summary>
    string Id { get; }

    /// <summary>The finding.</summary>
    string Title { get; }

    ImmutableArray<ChartSeries> Series => [];

    /// <summary>What lines and sizes of marks say; empty for none.</summary>
    string Note => "";

    /// <summary>Whether its series are told by marks, and not by bars.</summary>
    bool HasMarks => false;
}
