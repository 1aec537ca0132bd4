package dev.tagalong.aws.s3;

import dev.tagalong.domain.archive.Archive;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An archive in a bucket, an object for each document. */
public final class S3Archive implements Archive {
    private final S3Client client;
    private final String bucket;

    public S3Archive(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void keep(String name, String document) {
        client.putObject(
                request -> request.bucket(bucket).key(name).contentType("application/json"),
                RequestBody.fromString(document));
    }

    @Override
    public List<String> names(String prefix, String after, int most) {
        return client
                .listObjectsV2(request -> request.bucket(bucket)
                        .prefix(prefix)
                        .startAfter(after.isEmpty() ? null : after)
                        .maxKeys(most))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public Optional<String> read(String name) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(name))
                            .asUtf8String());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String name) {
        client.deleteObject(request -> request.bucket(bucket).key(name));
    }
}
