namespace GuidelineBench.Reporting.Charts;

/// <summary>Where values lie along an axis of a picture.</summary>
internal interface IAxisScale
{
    /// <summary>Round values inside the axis.</summary>
    IEnumerable<double> Ticks { get; }

    /// <summary>Values beyond the axis lie at its end.</summary>
    double PositionWithin(double value);
}
