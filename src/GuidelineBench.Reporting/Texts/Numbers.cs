namespace GuidelineBench.Reporting.Texts;

/// <summary>The one place that writes numbers for readers: three significant digits, thousands parted by a thin space that does not break, units always, the same under every culture.</summary>
public static class Numbers
{
    private const char ThinSpace = '\u202F';
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = ThinSpace.ToString() };

    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>Three significant digits: <c>0.987</c>, <c>12.3</c>, <c>12 300</c>; powers of ten under 0.001 and from 10^12 on.</summary>
    public static string Significant(double? number)
    {
        if (number is not { } value || !double.IsFinite(value))
            return None;
        if (value == 0)
            return "0";
        string scientific = value.ToString("E2", CultureInfo.InvariantCulture);
        int exponentAt = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent is < -3 or >= 12
            ? $"{scientific.AsSpan(0, exponentAt)}{ThinSpace}×{ThinSpace}10{Superscript(exponent)}"
            : double.Parse(scientific, CultureInfo.InvariantCulture).ToString("N" + Math.Max(0, 2 - exponent).ToString(CultureInfo.InvariantCulture), Format);
    }

    /// <summary>A speed as the paper prints it: images/s of its phone with one decimal, batches/s of its GPU with none.</summary>
    public static string Printed(double? perSecond, ChannelSetting device) =>
        perSecond?.ToString(device == ChannelSetting.Cpu ? "N1" : "N0", Format) ?? None;

    /// <summary>Every digit, for counts.</summary>
    public static string Count(long? value) => value?.ToString("N0", Format) ?? None;

    /// <summary>Every digit without separators, for numbers that are copied.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Millions(double value) => Significant(value / 1e6);

    public static string Ratio(double? value) => value is null ? None : Significant(value) + "x";

    /// <summary>A round ratio at an axis: no digits that say nothing.</summary>
    public static string Tick(double ratio) => Math.Round(ratio, 9).ToString("0.###", CultureInfo.InvariantCulture) + "x";

    /// <summary>A round number at an axis: no digits that say nothing.</summary>
    public static string Round(double value) =>
        Math.Abs(value) < 1 ? Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture) : Math.Round(value, 6).ToString("#,0.###", Format);

    public static string Interval(Interval interval) => $"[{Significant(interval.Lower)}, {Significant(interval.Upper)}]";

    /// <summary>The ratio, and its interval where it has one.</summary>
    public static string Estimate(RatioEstimate? estimate) => Ratio(estimate?.Median) + (estimate?.Interval is { } interval ? " " + Interval(interval) : "");

    public static string Percent(double? value) => value is null ? None : $"{Significant(value)}{ThinSpace}%";

    /// <summary>By how much a value changed, with its sign: <c>+8.03 %</c> for a ratio of 1.0803.</summary>
    public static string Change(double ratio)
    {
        double percent = Math.Round(100 * (ratio - 1), 2);
        return percent == 0 ? Percent(0) : (percent < 0 ? "−" : "+") + Percent(Math.Abs(percent));
    }

    /// <summary>Without decimals, for the little room inside a bar.</summary>
    public static string WholePercent(double value) => $"{Math.Round(value, MidpointRounding.AwayFromZero).ToString("N0", Format)}{ThinSpace}%";

    /// <summary>A correlation with two decimals, a minus sign where it is negative.</summary>
    public static string Correlation(RankCorrelation? correlation) => correlation is { Rho: double rho }
        ? (rho <= -0.005 ? "−" : "") + Math.Abs(rho).ToString("0.00", CultureInfo.InvariantCulture)
        : None;

    /// <summary>The unit follows after a space that does not break.</summary>
    public static string WithUnit(double? value, string unit) => value is null ? None : $"{Significant(value)}\u00A0{unit}";

    /// <summary>KiB, MiB or GiB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1L << 20 => WithUnit(bytes / (double)(1L << 10), "KiB"),
        < 1L << 30 => WithUnit(bytes / (double)(1L << 20), "MiB"),
        _ => WithUnit(bytes / (double)(1L << 30), "GiB"),
    };

    /// <summary>The least and the most of those that are known; one where they are written alike.</summary>
    public static string Range(IEnumerable<double?> values, Func<double?, string> write)
    {
        double[] known = [.. values.OfType<double>()];
        if (known.Length == 0)
            return None;
        (string least, string most) = (write(known.Min()), write(known.Max()));
        return least == most ? least : $"{least} to {most}";
    }

    /// <summary>The first few by name, and the number of others.</summary>
    public static string Few(IReadOnlyCollection<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {Count(names.Count - most)} more" : "");

    /// <summary>A count and its noun, with an s unless it is one.</summary>
    public static string Of(long count, string noun) => Of(count, noun, noun + "s");

    public static string Of(long count, string one, string several) => $"{Count(count)} {(count == 1 ? one : several)}";

    /// <summary>E.g. <c>4 May 2026, 03:02 UTC</c>.</summary>
    public static string Date(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>E.g. <c>2026-05-04</c>, for tables.</summary>
    public static string Day(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>E.g. <c>2026-05-04 03:02</c>, in UTC, for tables.</summary>
    public static string Minute(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Superscript(int exponent) =>
        (exponent < 0 ? "⁻" : "") + string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
}
