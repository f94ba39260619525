namespace GuidelineBench.Analysis.Regressions;

/// <summary>Constants of the noise that is assumed where the files cannot show it, each with its reason.</summary>
internal static class NoiseModel
{
    /// <summary>
    /// Degrees of freedom that the spread over all rows lends to each: a row with few runs of its own is judged by what the
    /// other rows do, [Smyth2004]. Few, so that the tails stay heavy: times have more outliers than a normal distribution.
    /// </summary>
    public const double PriorDegrees = 4;

    /// <summary>One or two new runs have no median that drops an outlier; their changes keep tails as heavy as this.</summary>
    public const double FewRunsDegrees = 5;

    /// <summary>Degrees of freedom over runs from which spreads between runs are the rows' own; below, the two files are all there is.</summary>
    public const int CalibratedDegrees = 3;

    /// <summary>Runs never repeat better than this, as a logarithm: clocks step, buffers lie elsewhere.</summary>
    public const double LeastSpread = 0.004;

    /// <summary>With fewer rows a median over rows cannot tell the run from a row.</summary>
    public const int FewestRowsForRun = 6;

    /// <summary>
    /// Whole runs on shared machines shift by 5 to 20 % without a cause in the program. Files that hold one run each cannot
    /// show it, so a shift is believed above 25 % only.
    /// </summary>
    public static double UnseenRunShift { get; } = Math.Log(1.25);

    /// <summary>
    /// A row can be disturbed for as long as a short run lasts, and its rounds then agree. One run of fewer rounds raises an
    /// alarm only above <see cref="UnseenRunShift"/>; a second run, or more rounds, decide what is below.
    /// </summary>
    public const int RoundsOfOneRun = 10;

    /// <summary>
    /// The usual round lies above the fastest by what disturbs the machine. What disturbs all rounds is taken to be up to
    /// this many times as large.
    /// </summary>
    public const double HiddenDisturbance = 3;

    /// <summary>Rows that spread by more than this times their calibration were measured under other conditions.</summary>
    public const double OtherConditions = 1.5;

    /// <summary>The median of |x| of a normal distribution is 1 / 1.4826 of its deviation.</summary>
    public const double NormalMedianDeviation = 1.4826;
}
