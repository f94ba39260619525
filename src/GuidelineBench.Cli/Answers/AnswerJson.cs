using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Exports;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Cli.Models;

namespace GuidelineBench.Cli.Answers;

/// <summary>Answers of <c>--format json</c>.</summary>
internal static class AnswerJson
{
    // The default encoder writes apostrophes and arrows as escapes; an answer is read by people too and never put into a page.
    private static readonly JsonSerializerOptions Options = new(AnswerContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Serialize<T>(T answer) => JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
}

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
