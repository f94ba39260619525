namespace GuidelineBench.Analysis.Regressions;

/// <summary>The files cannot be compared; the message is one line: what, and what is allowed.</summary>
public sealed class RegressionException(string message) : Exception(message);
