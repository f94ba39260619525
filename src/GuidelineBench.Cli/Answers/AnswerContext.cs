using System.Text.Json.Serialization;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Costs;
using GuidelineBench.Cli.Exports;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Cli.Machines;
using GuidelineBench.Cli.Models;

namespace GuidelineBench.Cli.Answers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<CellCost>))]
[JsonSerializable(typeof(IReadOnlyList<ExportedCell>))]
[JsonSerializable(typeof(IReadOnlyList<ExperimentListing>))]
[JsonSerializable(typeof(IReadOnlyList<NetworkListing>))]
[JsonSerializable(typeof(IReadOnlyList<BackendListing>))]
[JsonSerializable(typeof(IReadOnlyList<DeviceListing>))]
[JsonSerializable(typeof(FullListing))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(PredictionsAnswer))]
[JsonSerializable(typeof(AdvicesAnswer))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(CalibrationAnswer))]
internal sealed partial class AnswerContext : JsonSerializerContext;
