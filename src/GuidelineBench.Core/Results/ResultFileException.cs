namespace GuidelineBench.Core.Results;

/// <summary>A file is no usable result file; the message is one line for the user: where, what, what is allowed.</summary>
public sealed class ResultFileException(string message, Exception? inner = null) : Exception(message, inner);
