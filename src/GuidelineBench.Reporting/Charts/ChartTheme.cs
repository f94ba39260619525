namespace GuidelineBench.Reporting.Charts;

/// <summary>The grounds that a picture without style sheet is drawn for.</summary>
public enum ChartTheme
{
    Light,
    Dark,
}
