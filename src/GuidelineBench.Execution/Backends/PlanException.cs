using GuidelineBench.Core.Texts;

namespace GuidelineBench.Execution.Backends;

/// <summary>A plan cannot be compiled; the message is one line for the user.</summary>
public sealed class PlanException(string message) : Exception(LineText.Of(message));
