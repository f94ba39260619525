namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>HTML that is written as it is, unlike strings, which are escaped.</summary>
internal readonly record struct Markup(string Html);
