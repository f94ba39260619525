using GuidelineBench.Core.Results;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Result files; what is accepted must come back unchanged when it is written and read again.</summary>
internal static class ResultFileTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(ResultFileJson.Serialize(ResultFileSample.Full), ResultFileJson.Serialize(SampleResults.Run));
        return new FuzzTarget("result-file", 24, samples, TargetCatalogue.WordsOf(samples), input => Answer.Of<ResultFileException>(() =>
        {
            string text = ResultFileJson.Serialize(ResultFileJson.Parse(input, "results.json"));
            string again = ResultFileJson.Serialize(ResultFileJson.Parse(System.Text.Encoding.UTF8.GetBytes(text), "written.json"));
            return again == text ? text : throw new BrokenPromiseException("An accepted file changes when it is written and read again.");
        }));
    }
}
