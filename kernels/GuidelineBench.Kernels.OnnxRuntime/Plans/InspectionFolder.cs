using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>Where the engine writes about itself, which it does into files alone; gone afterwards.</summary>
internal sealed class InspectionFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    /// <exception cref="PlanException">There is no place for it.</exception>
    public InspectionFolder()
    {
        try
        {
            folder = Directory.CreateTempSubdirectory("guidelinebench-engine-");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"a temporary folder cannot be made: {error.Message}");
        }
    }

    public string Model => Path.Combine(folder.FullName, "model.onnx");

    /// <summary>Beginning of a file's name.</summary>
    public string Profile => Path.Combine(folder.FullName, "profile");

    public byte[] ReadModel() => File.Exists(Model) ? File.ReadAllBytes(Model) : throw new PlanException("ONNX Runtime did not write the graph that it runs");

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The system empties its folder of temporary files; a run that is done is not spoilt.
        }
    }
}
