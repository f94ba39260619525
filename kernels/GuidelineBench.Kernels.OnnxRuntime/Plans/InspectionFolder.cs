using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>Where the engine writes about itself, which it does into files alone; gone afterwards.</summary>
internal sealed class InspectionFolder : IDisposable
{
    private readonly DirectoryInfo folder;

    /// <param name="parent">Holds it.</param>
    /// <exception cref="PlanException">It cannot be made there.</exception>
    public InspectionFolder(string parent)
    {
        try
        {
            folder = Directory.CreateDirectory(Path.Combine(parent, $"engine-{Guid.NewGuid():N}.tmp"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"{parent}: the engine cannot write about itself there: {error.Message}");
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
            // A folder that stays harms nobody; a run that is done is not spoilt.
        }
    }
}
