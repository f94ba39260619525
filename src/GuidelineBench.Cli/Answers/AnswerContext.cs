using System.Text.Json.Serialization;
using GuidelineBench.Cli.Costs;

namespace GuidelineBench.Cli.Answers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<CellCost>))]
internal sealed partial class AnswerContext : JsonSerializerContext;
